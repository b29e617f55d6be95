"""The one memory: tables, migrations, encryption and the audit trail; decides nothing."""
