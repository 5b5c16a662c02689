"""For authors of tasks: proofs that a check file keeps its promises."""
