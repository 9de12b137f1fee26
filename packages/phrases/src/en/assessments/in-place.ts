import type { InPlaceName, InPlaceStanding } from '@changming/domain/assessments';

export const inPlace = {
  title: 'Six in place',
  lead: 'Told by the records behind the indicators of this period, never typed: what share of their weight they attained. What no record shows is not judged.',
  names: {
    training: 'Training',
    investment: 'Investment',
    rectification: 'Inspection and treatment',
    planDrill: 'Plans and drills',
    supervision: 'Control of the site',
    inspection: 'Supervision',
  } satisfies Record<InPlaceName, string>,
  standings: { inPlace: 'In place', partly: 'Partly', lacking: 'Lacking', unknown: 'No records yet' } satisfies Record<
    InPlaceStanding,
    string
  >,
  shownBy: 'Shown by {{codes}}',
  notInScheme: 'This scheme has no such indicators',
  missing: 'Nothing to count for {{codes}}',
  radar: 'Radar of the six',
};
