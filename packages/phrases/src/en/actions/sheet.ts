import type * as zhCN from '../../zh-CN/actions/sheet.ts';

export const sheet = {
  name: 'Actions',
  yes: 'yes',
  no: 'no',
  columns: {
    number: 'No.',
    unit: 'Unit',
    origin: 'Asked by',
    kind: 'Kind',
    title: 'Action',
    owner: 'Owner',
    verifier: 'Verifier',
    openedOn: 'Assigned on',
    dueOn: 'Deadline',
    extendedFromOn: 'Deadline before',
    state: 'State',
    submittedOn: 'Submitted on',
    doneOn: 'Done on',
    onTime: 'On time',
    returns: 'Sent back',
    effect: 'Effect',
  },
} satisfies typeof zhCN.sheet;
