# bash completion of posterc: `posterc complete` knows how a word can go on.
_posterc() {
  local current=${COMP_WORDS[COMP_CWORD]} line word words=()
  # bash takes "--format=pdf" apart into three words.
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    [[ $word == = ]] || words+=("$word")
  done
  if [[ $current == = ]]; then
    current=
    words+=("")
  fi
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
    :folders)
      compopt -o filenames 2>/dev/null
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$current")
      ;;
    ":files *")
      compopt -o filenames 2>/dev/null
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
      ;;
    ":files "*)
      compopt -o filenames 2>/dev/null
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(
        compgen -f -X "!${line#:files }" -- "$current"
        compgen -d -- "$current"
      )
      ;;
    *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
}
complete -F _posterc posterc
