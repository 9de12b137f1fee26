/** 图纸: a floor plan, 定置图, 疏散图, 消防器材分布图, and the four-colour map that is drawn on a floor plan. */
export const sheetKinds = ['floorPlan', 'layout', 'escapeRoute', 'fireEquipment', 'fourColour'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What people draw and upload; the four-colour map is drawn by the product. */
export const drawnKinds = ['floorPlan', 'layout', 'escapeRoute', 'fireEquipment'] as const satisfies readonly SheetKind[];
export type DrawnKind = (typeof drawnKinds)[number];

/** A place on a plan, in ten-thousandths of its width and height from the upper left corner: the same at every size of the picture. */
export const placeUnits = 10_000;

export type PlanPlace = { readonly x: number; readonly y: number };

/** The place after a step of the arrow keys, kept on the plan. */
export function movedPlace({ x, y }: PlanPlace, by: PlanPlace): PlanPlace {
  return { x: kept(x + by.x), y: kept(y + by.y) };
}

/** Where a pointer stands on a picture shown in a box of any size. */
export function placeIn(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  at: PlanPlace,
): PlanPlace {
  return {
    x: kept(((at.x - box.left) / box.width) * placeUnits),
    y: kept(((at.y - box.top) / box.height) * placeUnits),
  };
}

function kept(length: number): number {
  return Math.min(placeUnits, Math.max(0, Math.round(length)));
}

/** What the QR on a printed sheet is answered with. */
export const sheetStates = ['current', 'replaced', 'withdrawn'] as const;
export type SheetState = (typeof sheetStates)[number];

/** Current, replaced by a later version, or withdrawn with its whole series. */
export function sheetState({ replacedOn, closedOn }: { readonly replacedOn: string | null; readonly closedOn: string | null }): SheetState {
  if (replacedOn !== null) return 'replaced';
  return closedOn === null ? 'current' : 'withdrawn';
}
