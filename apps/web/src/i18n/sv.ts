/** Every text of this language by file. */
export const texts = import.meta.glob('./sv/*.json', { eager: true, import: 'default' });
