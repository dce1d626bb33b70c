export default import.meta.glob('./fi/*.json', { eager: true, import: 'default' });
