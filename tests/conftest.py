"""Settings of all tests."""

from hypothesis import settings

settings.register_profile("khabar", deadline=None)  # how long an example takes says nothing on a loaded machine
settings.load_profile("khabar")
