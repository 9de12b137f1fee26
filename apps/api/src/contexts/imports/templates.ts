import {
  fireTemplate,
  hazardTemplate,
  personTemplate,
  pointTemplate,
  riskTemplate,
  specialTemplate,
  trainingTemplate,
  unitTemplate,
} from '@changming/documents/excel';
import type { Language } from '@changming/phrases';

type Template = (paths: readonly string[], language: Language) => Promise<Buffer>;

/** The empty workbook of each kind of ledger; `paths` are the units to choose from. */
export const templates: Readonly<
  Record<'units' | 'workforce' | 'points' | 'hazards' | 'specialEquipment' | 'fireEquipment' | 'risks' | 'training', Template>
> = {
  units: (_paths, language) => unitTemplate(language),
  workforce: personTemplate,
  points: pointTemplate,
  hazards: hazardTemplate,
  specialEquipment: specialTemplate,
  fireEquipment: fireTemplate,
  risks: riskTemplate,
  training: trainingTemplate,
};
