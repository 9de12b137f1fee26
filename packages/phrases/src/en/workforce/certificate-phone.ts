/** My certificates, of the phone. */
export const certificatePhone = {
  title: 'My certificates',
  empty: 'No certificate is registered',
  emptyNext: 'Take your certificates to the safety officer of your unit.',
  forever: 'No end',
  review: 'Review by {{on}}',
  validity: 'Ends on {{on}}',
  photo: 'Photo of {{item}}',
  photoOpen: 'See the photo',
  photoClose: 'Hide the photo',
};
