"""Writers: each turns the one report into one form."""
