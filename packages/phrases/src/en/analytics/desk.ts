/** The page of datasets on the desk. */
export const desk = {
  title: 'Data',
};
