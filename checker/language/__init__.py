"""The check language: reading it, typing it, and one interpreter a file."""
