/** Every page is a finished file; a folder with its own index opens on any plain file server. */
export const prerender = true;
export const trailingSlash = 'always';
