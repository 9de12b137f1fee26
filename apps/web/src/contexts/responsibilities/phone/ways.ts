/** Where on the phone an act is done; what is done at the desk alone has no way. */
export function wayOf(verb: string): string | undefined {
  const ways: Readonly<Record<string, string>> = {
    'inspections.perform': '/m/checks',
    'hazards.report': '/m',
    'hazards.submit': '/m/tasks',
    'hazards.start': '/m/tasks',
    'hazards.fixOnTheSpot': '/m/tasks',
    'equipment.checkFire': '/m/plate',
    'training.recordQuick': '/m/meeting',
    'responsibilities.sign': '/m/duties',
  };
  return ways[verb];
}
