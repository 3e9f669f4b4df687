"""The commands for those who keep the rules, one a module."""
