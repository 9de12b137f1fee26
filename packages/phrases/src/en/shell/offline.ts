/** The phone without a network: records that wait, what is seen offline, scanning */
export const here = {
  line: 'No network. Go on as usual: everything stays on the phone and is sent by itself later.',
  asOf: 'Offline, as of {{at}}',
};

export const outbox = {
  link: '{{count}} to be sent',
  title: 'To be sent',
  lead: 'Kept on this phone and sent by itself when there is a network; closing the browser loses nothing.',
  now: 'Send now',
  drafts: 'Not finished',
  refusedTitle: 'Needs you',
  refusedLead: 'The server did not take these. Nothing is lost: change and send again, or copy them.',
  arrivedTitle: 'Arrived today',
  others: '{{count}} records of colleagues wait on this phone and are sent when they sign in.',
  waiting: 'Waiting',
  draft: 'Not sent yet',
  sending: 'Sending …',
  refused: 'Not taken',
  arrived: 'Arrived',
  again: 'Try again',
  edit: 'Open and change',
  open: 'See',
  copy: 'Copy the text',
  copied: 'The text was copied',
  photos: 'See the photos',
  photo: 'Photo',
  drop: 'Delete',
  dropTitle: 'Delete this record?',
  dropNote: 'Words and photos that have not arrived are deleted from this phone for good.',
  cancel: 'Cancel',
  count: 'Failed {{tries}} times',
};

export const because = {
  line: 'No network; tried again by itself',
  busy: 'The server is busy; tried again by itself',
  fault: 'The server failed; tried again by itself',
  signedOut: 'Sent by itself once you have signed in again',
  photos: 'Photos are missing; they go on by themselves',
};

export const refusedBy = {
  photoLost: 'The browser has cleared the photos of this record; the words are here. Take the photos and report again.',
  unknownKind: 'This version cannot open the record; update and try again.',
};

export const receipt = {
  words: 'Words',
  photos: 'Photos {{arrived}}/{{of}}',
  stored: 'Kept on the phone',
  storedNote: 'There is no network. It is sent by itself later; you may close the page.',
  unkeptNote: 'This phone cannot keep it. Leave the page open until it is sent.',
  now: 'Send now',
  leave: 'Do something else',
  claimLater: 'Note the code now. With it you can see what became of the report once it has arrived.',
};

export const keeping = {
  unpromised: 'The browser does not promise to keep things. Add Changming to the home screen, and go online soon.',
  full: 'The phone is full: what is new lives on this page only. Leave it open, delete some photos or videos, then press “Keep it now”; with a network you may also send it now.',
  again: 'Keep it now',
  refused: 'This browser keeps nothing (private window or no secure connection). Open an ordinary window.',
  blocked: 'An older Changming is open in another tab, and nothing can be kept here. Close the other tab.',
};

export const update = {
  ready: 'A new version is here',
  take: 'Update',
  taking: 'Taking the new version …',
  late: 'The new version is not in place yet: the old one still has something to finish. Go on: this page opens anew by itself when it is, with all that you filled in.',
  unwritten: 'Something on this page is not kept yet and would be lost. Send it first.',
};

export const offlineStart = {
  title: 'No network, and nobody is signed in',
  next: 'Sign in once where there is a network; after that the phone works without one.',
};

export const scanner = {
  open: 'Scan',
  title: 'Scan a plate',
  lead: 'Hold the code inside the frame.',
  photo: 'Read from a photo',
  reading: 'Reading …',
  notFound: 'There is no code in it; go closer and try again.',
  notOurs: 'This is not a plate of Changming: {{text}}',
  noCamera: 'The camera did not open; read it from a photo.',
  unavailable: 'The reader has not been downloaded; try again online, or type the code of the plate.',
};

export const plate = {
  unknown: 'No network; the name is checked later',
  open: '{{count}} open hazards here',
};

export const open = { tab: 'Open', empty: 'No open hazards', emptyNext: 'New ones appear here.' };
