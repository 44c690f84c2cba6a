"""The extra ``sso``: a provider of OpenID Connect vouches for people, and codes beside passwords. Imported only where it is asked for."""
