"""What the rights about energy debts share: prepaid meters of the grid operator (Energiedecreet, titel VI)."""

from __future__ import annotations

from rechtop.rights.language import Dwelling, Truth, all_of, no

PREPAID_FOR_HEATING = ("gas", "electricity_and_gas", "exclusive_night")
PREPAID = ("electricity", *PREPAID_FOR_HEATING)


def has_prepaid_meter(home: Dwelling, kinds: tuple[str, ...] = PREPAID) -> Truth:
    """Tops up in advance. Only customers of the grid operator do: who has a contract with a supplier of his own is not asked."""
    return all_of(no(home.energy_contract == "own_contract"), home.prepaid_meter.is_one_of(*kinds))
