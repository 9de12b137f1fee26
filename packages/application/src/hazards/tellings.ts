import type { Receiver } from './receivers.ts';

type Telling = { readonly notice: `hazards.${string}`; readonly to: readonly Receiver[] };

/** What follows for whom from each thing that happens to a hazard. What is not listed concerns nobody else. */
export const tellings: Readonly<Record<string, Telling>> = {
  report: { notice: 'hazards.reported', to: ['triage'] },
  assign: { notice: 'hazards.assigned', to: ['responsible'] },
  submit: { notice: 'hazards.submitted', to: ['acceptance'] },
  fixOnTheSpot: { notice: 'hazards.submitted', to: ['acceptance'] },
  sendBack: { notice: 'hazards.sentBack', to: ['responsible'] },
  accept: { notice: 'hazards.closed', to: ['finder', 'responsible'] },
  reopen: { notice: 'hazards.reopened', to: ['responsible', 'unitHead'] },
  askExtension: { notice: 'hazards.extensionAsked', to: ['extensionDecider'] },
  decideExtension: { notice: 'hazards.extensionDecided', to: ['extensionAsker'] },
  askVoid: { notice: 'hazards.voidAsked', to: ['voidDecider'] },
  denyVoid: { notice: 'hazards.voidDenied', to: ['voidAsker'] },
  void: { notice: 'hazards.voided', to: ['finder', 'voidAsker', 'responsible'] },
  suggestMajor: { notice: 'hazards.majorUnconfirmed', to: ['triage', 'unitHead'] },
  proposeDenial: { notice: 'hazards.denialProposed', to: ['triage', 'unitHead'] },
  confirmMajor: { notice: 'hazards.majorConfirmed', to: ['unitHead', 'headquarters'] },
  draft: { notice: 'hazards.treatmentDrafted', to: ['headquarters'] },
  approve: { notice: 'hazards.treatmentDecided', to: ['drafter'] },
  returnDraft: { notice: 'hazards.treatmentDecided', to: ['drafter'] },
  list: { notice: 'hazards.supervised', to: ['mainPerson', 'responsible'] },
  askDelisting: { notice: 'hazards.delistingAsked', to: ['lister'] },
  delist: { notice: 'hazards.delistingDecided', to: ['delistingAsker'] },
  refuseDelisting: { notice: 'hazards.delistingDecided', to: ['delistingAsker'] },
  assignInspector: { notice: 'hazards.lookBackAssigned', to: ['inspector'] },
};

/** What asks for nothing any more once this happened: the telling that its own occasion took back. */
export const closings: Readonly<Record<string, string>> = { withdrawExtension: 'askExtension', withdrawVoid: 'askVoid' };
