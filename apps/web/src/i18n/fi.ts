/** Every text of this language by file. */
export const texts = import.meta.glob('./fi/*.json', { eager: true, import: 'default' });
