/**
 * Spotify's full logo, the `d` of a `<path>`, in a box of 1280 by 400: as drawn in @iconify-json/logos 1.2.19 (CC0-1.0), in
 * one colour. Its points are rounded to the box's units, which are 0.06 pixels at 72 pixels of width. Its circles are arcs,
 * and its corners are not rounded: that would be 0.1 pixels. The mark is Spotify's trademark. Its design guidelines require
 * it next to content from Spotify: at least 70 pixels wide, green only on black or white.
 * @see https://developer.spotify.com/documentation/design
 */
export const logoPath =
  'M0 199a199 199 0 00398 0 199 199 0 00-398 0zm290 88a12 12 0 01-17 4c-46-28-105-35-175-19a12 12 0 01-5-24c76-17 141-10 193 22a12 12 0 014 17m25-54a16 16 0 01-22 5c-53-33-135-42-198-23a16 16 0 01-9-30c72-22 162-11 224 27a16 16 0 015 21m2-56c-64-39-170-42-231-23a19 19 0 01-11-36c70-21 187-17 261 27a19 19 0 01-19 32zm225 7c-35-8-41-14-41-26 0-12 11-19 27-19 16 0 31 6 47 18l20-28c-20-15-41-23-66-23-38 0-64 23-64 55 0 34 23 46 62 55 32 8 38 14 38 25 0 13-11 21-29 21-20 0-37-7-55-23l-22 26c21 19 48 29 76 29 40 0 66-22 66-56 0-28-17-44-59-54zm149-34c-17 0-31 7-43 21v-18h-35v179h35v-57c12 13 26 19 43 19 32 0 65-24 65-72 0-47-32-72-65-72zm29 72a36 41 0 01-73 0 36 41 0 0173 0m46 0a73 72 0 01147 0 73 72 0 01-147 0zm35 0a38 41 0 0077 0 38 41 0 00-77 0m201-69h-34v-37h-35v37h-17v31h17v68c0 28 14 42 41 42 11 0 20-2 30-8v-29c-7 4-14 5-22 5-9 0-14-5-14-15v-63h36v-31zm118 0v-4c0-13 5-18 16-18 7 0 12 1 20 4v-31c-7-2-16-4-27-4-29 0-44 16-44 46v7h-17v31h17v108h36v-108h28l44 105c-5 11-10 14-16 14-6 0-11-2-19-6l-13 28c12 6 22 8 35 8 23 0 35-11 46-39l55-141h-37l-34 95-36-95h-54zm-66 0h-35v139h35zm-40-39a22 22 0 0045 0 22 22 0 00-45 0';
