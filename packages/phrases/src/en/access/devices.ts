import type * as zhCN from '../../zh-CN/access/devices.ts';

/** Shared phones. */
export const devices = {
  title: 'Shared phones',
  lead: 'Phones that a workshop passes around: once paired, people of the unit sign in with staff number and PIN.',
  add: 'Register a phone',
  addLead: 'You get a pairing code to scan with that phone within ten minutes.',
  name: 'Name',
  nameHint: 'What is written on it, such as “Sewing 1, phone 1”',
  nameEmpty: 'Enter a name',
  unit: 'Unit',
  unitEmpty: 'Choose a unit',
  submit: 'Register',
  pairing: 'Pair “{{name}}” by scanning',
  pairingNote: 'Scan with that phone’s camera. Good once, until {{at}}; after that disable it and register it again.',
  pairingDone: 'Done',
  createdAt: 'Registered',
  pairedAt: 'Paired',
  waiting: 'Waiting for pairing',
  paired: 'In use',
  state: 'State',
  end: 'Disable',
  endAsk: 'Disable “{{name}}”?',
  endNote: 'Whoever is signed in on it is signed out. To use it again, register and pair it anew.',
  ended: 'Disabled',
  empty: 'No shared phones yet',
  emptyNext: 'Register one here when several people of a workshop use the same phone.',
} satisfies typeof zhCN.devices;
