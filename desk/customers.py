"""Customers: the list, the search, and one customer with its people."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from desk.access import Action
from desk.pages import addressing, page
from desk.visitor import Id, Visitor, allowed, wiring_of

router = APIRouter(default_response_class=HTMLResponse)
Reader = Annotated[Visitor, allowed(Action.SEE_CUSTOMERS)]


@router.get("/customers")
def customers(request: Request, visitor: Reader, after: str = "") -> Response:
    """Every customer, the newest first."""
    return _list(request, visitor, after=after)


@router.post("/customers/search")
def search(request: Request, visitor: Reader, q: Annotated[str, Form(max_length=100)] = "", after: Annotated[str, Form()] = "") -> Response:
    """Customers by name, number, person or address; asked for by a form, so that the words stand in no URL."""
    return _list(request, visitor, q=q.strip(), after=after)


def _list(request: Request, visitor: Visitor, q: str = "", after: str = "") -> Response:
    found = wiring_of(request).store.views.people.customers(q, after or None, hidden_queues=visitor.hidden_queues)
    return page(
        visitor,
        "customers.html",
        here="/customers",
        page=found,
        q=q,
        after=after,
        search="/customers/search",
        address=addressing("/customers"),
    )


@router.get("/customers/{customer_id}")
def one(request: Request, visitor: Reader, customer_id: Id) -> Response:
    """One customer with the people that belong to it."""
    found = wiring_of(request).store.views.people.customer(customer_id, visitor.hidden_queues)
    if found is None:
        raise HTTPException(404)
    return page(visitor, "customer.html", here="/customers", customer=found)
