export default import.meta.glob('./sv/*.json', { eager: true, import: 'default' });
