# fish completion of posterc: `posterc complete` knows how a word can go on.
function __posterc_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':folders'
                __fish_complete_directories "$current"
            case ':files \*'
                __fish_complete_path "$current"
            case ':files *'
                set -l ending (string replace ':files *' '' -- $line | string escape --style=regex)
                __fish_complete_path "$current" | string match -r ".*(?:$ending|/)(?:\t.*)?\$"
            case '*'
                echo $line
        end
    end
end
complete -c posterc -f -a '(__posterc_complete)'
