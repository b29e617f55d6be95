"""Web door: pages for agents and managers over the use cases; decides nothing, queries no table."""
