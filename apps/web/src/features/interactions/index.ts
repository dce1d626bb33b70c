export { RecordTimeline, type RecordTimelineHandle, useLogShortcuts } from './RecordTimeline.js';
export { TypeIcon } from './TypeIcon.js';
export { useHeadline } from './use-headline.js';
