/** Folders of sources that the package has as JavaScript, and of data that it has as they are. The image has them too. */
export const PACKAGE_PARTS = {
  sources: ['src', 'workers'],
  data: ['rules', 'models', 'schemas', 'examples', 'web/dist'],
} as const;
