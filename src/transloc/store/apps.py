"""The store as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Holds every model of the project."""

    name = "transloc.store"
    label = "store"
