"""Persons, households through time, and the told facts."""
