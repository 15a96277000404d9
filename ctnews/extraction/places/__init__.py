"""Places: countries and their peoples, cities, regions, and towns that no table lists."""

from ctnews.extraction.places.find import country_code, find_places, locate

__all__ = ["country_code", "find_places", "locate"]
