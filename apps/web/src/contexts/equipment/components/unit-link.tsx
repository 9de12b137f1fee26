import { Link } from '@tanstack/react-router';

/** The unit that something belongs to, and the way there. */
export function UnitLink({ unitId, unit }: { readonly unitId: string; readonly unit: string }) {
  return (
    <Link to="/units" search={{ unit: unitId }}>
      {unit}
    </Link>
  );
}
