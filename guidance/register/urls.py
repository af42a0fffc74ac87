"""The address of the directory of networks."""

from guidance.register import views
from kls_portal.addresses import pages

urlpatterns = pages(
    {
        "networks/": views.network_list,
    }
)
