import type { Receiver } from './receivers.ts';

type Told = { readonly notice: `hazards.${string}`; readonly to: readonly Receiver[] };
/** `knowing`: who is to know of it too, in words that ask nothing. */
type Telling = Told & { readonly knowing?: Told };

/** What follows for whom from each thing that happens to a hazard. What is not listed concerns nobody else. */
export const tellings: Readonly<Record<string, Telling>> = {
  report: { notice: 'hazards.reported', to: ['triage'] },
  assign: { notice: 'hazards.assigned', to: ['responsible'] },
  submit: { notice: 'hazards.submitted', to: ['acceptance'] },
  fixOnTheSpot: { notice: 'hazards.submitted', to: ['acceptance'] },
  sendBack: { notice: 'hazards.sentBack', to: ['responsible'] },
  accept: { notice: 'hazards.closed', to: ['finder', 'responsible'] },
  reopen: { notice: 'hazards.reopened', to: ['responsible'], knowing: { notice: 'hazards.reopenedThere', to: ['unitHead'] } },
  askExtension: { notice: 'hazards.extensionAsked', to: ['extensionDecider'] },
  decideExtension: { notice: 'hazards.extensionDecided', to: ['extensionAsker'] },
  askVoid: { notice: 'hazards.voidAsked', to: ['voidDecider'] },
  denyVoid: { notice: 'hazards.voidDenied', to: ['voidAsker'] },
  void: { notice: 'hazards.voided', to: ['finder', 'voidAsker', 'responsible'] },
  suggestMajor: { notice: 'hazards.majorUnconfirmed', to: ['confirmation'] },
  proposeDenial: { notice: 'hazards.denialProposed', to: ['countersigning'] },
  confirmMajor: {
    notice: 'hazards.majorConfirmed',
    to: ['treatment'],
    knowing: { notice: 'hazards.majorKnown', to: ['unitHead', 'headquarters'] },
  },
  draft: { notice: 'hazards.treatmentDrafted', to: ['treatmentDecider'] },
  approve: { notice: 'hazards.treatmentDecided', to: ['drafter'] },
  returnDraft: { notice: 'hazards.treatmentDecided', to: ['drafter'] },
  list: { notice: 'hazards.supervised', to: ['mainPerson', 'responsible'] },
  askDelisting: { notice: 'hazards.delistingAsked', to: ['lister'] },
  delist: { notice: 'hazards.delistingDecided', to: ['delistingAsker'] },
  refuseDelisting: { notice: 'hazards.delistingDecided', to: ['delistingAsker'] },
  assignInspector: { notice: 'hazards.lookBackAssigned', to: ['inspector'] },
};

/** What whoever administers is told of a step that nobody may take. */
export const nobodyMay = 'hazards.nobodyMay';

/** What asks for nothing any more once this happened: the telling that its own occasion took back. */
export const closings: Readonly<Record<string, string>> = { withdrawExtension: 'askExtension', withdrawVoid: 'askVoid' };
