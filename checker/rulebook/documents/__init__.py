"""The shapes of the rule files, as pydantic models: what each may say, and nothing else."""
