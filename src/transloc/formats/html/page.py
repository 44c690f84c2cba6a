"""Which part of a saved page is the article."""
from transloc.model import *
class Page:
    def __init__(self, text, found):
        self.text=text; self.found=found
    def judged(self, units): return units
    def metadata(self): return {}
    def embeds(self): return ()
