raise RuntimeError("a library of the submission was imported")
