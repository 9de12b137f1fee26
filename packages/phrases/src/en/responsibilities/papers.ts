/** Letters and their signing on paper. */
export const papers = {
  sheet: 'Responsibility letters',
  title: 'Responsibility letter {year}',
  issuedBy: 'Issued by: {issuer}',
  signed: 'Signed by: {person}    On: {on} (in the system)',
  unsigned: 'Signature:                    Date:',
  hash: 'Hash of the text (SHA-256): {sha256}',
  pages: 'Page {page} of {pages}',
  columns: {
    unit: 'Unit',
    staffNo: 'Staff no.',
    person: 'Person',
    post: 'Post',
    issuer: 'Issued by',
    state: 'State',
    cause: 'Cause',
    owedFrom: 'Owed from',
    dueOn: 'Due on',
    signedOn: 'Signed on',
    verdict: 'Verdict',
    endedOn: 'Ended on',
  },
};
