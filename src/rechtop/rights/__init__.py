"""The law as code: pure Python, imports nothing of Django or of the rooms above."""
