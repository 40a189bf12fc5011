declare global {
  namespace App {
    interface PageState {
      /** Search of the address after a step that was no navigation (a filter); absent after one, when Kit knows the address. */
      search?: string;
    }
  }
}
export {};
