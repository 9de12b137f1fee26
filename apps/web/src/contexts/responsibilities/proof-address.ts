/** Where an act that discharges a duty is done, on the desk. */
const places: Readonly<Record<string, string>> = {
  inspections: '/inspections',
  hazards: '/hazards',
  risks: '/risks',
  equipment: '/equipment/due',
  responsibilities: '/responsibilities/letters',
  standards: '/standards',
  training: '/training',
  actions: '/actions',
};

export function placeOf(verb: string): string {
  return places[contextOf(verb)] ?? '/';
}

/** The page of the record that an act was about; the list of its context where the record has no page of its own. */
export function recordOf(verb: string, subjectId: string): string {
  const pages: Readonly<Record<string, string>> = {
    hazards: `/hazards/${subjectId}`,
    risks: `/risks?risk=${subjectId}`,
    actions: `/actions?action=${subjectId}`,
  };
  if (verb === 'responsibilities.sign' || verb === 'responsibilities.issue') return `/responsibilities/letters/${subjectId}`;
  if (verb === 'inspections.perform') return `/inspections?check=${subjectId}`;
  return pages[contextOf(verb)] ?? placeOf(verb);
}

function contextOf(verb: string): string {
  return verb.slice(0, verb.indexOf('.'));
}
