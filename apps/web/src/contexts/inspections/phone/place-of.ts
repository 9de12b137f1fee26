/** Where a check is done: the point, or what the plan is called when the unit itself is checked. */
export function placeOf({ point, plan }: { readonly point: string | null; readonly plan: string }): string {
  return point ?? plan;
}
