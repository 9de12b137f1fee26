import type { DittoFields } from '../ditto.ts';
import type { HazardField } from './hazard-fields.ts';

/** 同上 means the row above in whatever describes a visit; in what is found and when it was done it is asked about. */
export const hazardDitto: DittoFields<HazardField> = {
  shared: new Set([
    'company',
    'unit',
    'team',
    'responsibleUnit',
    'place',
    'foundOn',
    'form',
    'finder',
    'category',
    'area',
    'level',
    'basis',
    'measures',
    'leader',
    'responsible',
    'dueOn',
    'acceptor',
    'acceptedOn',
  ]),
  own: ['text', 'funds', 'doneOn', 'closed'],
};
