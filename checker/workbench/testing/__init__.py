"""Running the cases of a rule set, and telling which of them say too little."""
