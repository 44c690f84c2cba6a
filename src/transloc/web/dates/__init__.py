"""How days and times are written on the pages: a folder a language, as Django’s FORMAT_MODULE_PATH wants it."""
