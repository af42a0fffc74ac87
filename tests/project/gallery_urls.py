"""The addresses of the portal, with the gallery, which is only served while DEBUG is on."""

from django.urls import include, path

from kls_portal.urls import urlpatterns as portal

urlpatterns = [path("components/", include("kls_portal.gallery")), *portal]
