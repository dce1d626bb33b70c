import { createContext, useContext } from 'react';

/** Whether values on this part of a page may be changed by who reads it. */
const Editable = createContext(true);

/** Makes what stands below it readable only, or editable again. */
export const EditableArea = Editable.Provider;

/** May the reader change what stands here? */
export const useEditable = (): boolean => useContext(Editable);
